/** The MariaDB server that Atelier runs itself, where no other one is named. */
package atelier.processors.catalog.embedded;
