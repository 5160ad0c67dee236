/** What is tunable: immutable records bound from application.yml, renditions.yml and the environment. */
package atelier.config;
