package atelier.processors.catalog;

/**
 * What a plan decided of a rendition that people should know.
 *
 * @param formatType the rendition
 * @param leftOut whether it is left out
 * @param text why it is, or why it is made otherwise than its recipe says; goes after "it is"
 */
public record PlanNote(String formatType, boolean leftOut, String text) {}
