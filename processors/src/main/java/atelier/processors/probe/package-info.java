/** What a delivered file is: its streams, colour, rotation, projection; or why it is refused. */
package atelier.processors.probe;
