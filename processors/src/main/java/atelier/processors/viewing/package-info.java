/** What viewers saw: told by players, rolled up by artwork and day. Nothing of who they are. */
package atelier.processors.viewing;
