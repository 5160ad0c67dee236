/** The outside contract over HTTP: the API, what is published, the pages. */
package atelier.routes.http;
