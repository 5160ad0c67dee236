/** The tables of the catalogue, and the statements that read and change them. */
package atelier.processors.catalog;
