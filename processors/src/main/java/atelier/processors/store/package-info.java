/** Where published bytes are kept: written whole or not at all, under names that never change their content. */
package atelier.processors.store;
