package atelier.processors.work;

/**
 * The claim under which a job runs. Whoever takes the job over, because this node was thought dead, has another one: by that a
 * worker that comes back is told from its successor.
 *
 * @param table of the job
 * @param task of the job
 * @param id of the job: the fingerprint of what it makes, or a key
 * @param node that claimed it
 * @param version of the claim: raised by each
 */
public record Claim(String table, String task, String id, String node, long version) {}
