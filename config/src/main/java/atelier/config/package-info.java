/** What is tunable: immutable records bound from application.yml, the environment and renditions.yml. */
package atelier.config;
