/** Lists an artwork's whole timeline before it is made, and has made first what somebody asks for. */
package atelier.processors.whole;
