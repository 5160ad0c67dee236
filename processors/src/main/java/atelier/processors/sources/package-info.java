/** Where what was delivered is kept, and how as much of it as is needed comes to who makes something of it. */
package atelier.processors.sources;
