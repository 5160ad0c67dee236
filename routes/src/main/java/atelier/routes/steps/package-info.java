/** Where messages travel: one route builder per step. */
package atelier.routes.steps;
