package atelier.routes.http;

import atelier.processors.node.Nodes;
import atelier.processors.node.SeenNode;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/nodes}: the processes on this database, what they do and what they can. */
@RestController
class NodeController {
    private final Nodes nodes;

    NodeController(Nodes nodes) {
        this.nodes = nodes;
    }

    @GetMapping("/api/nodes")
    List<SeenNode> nodes() {
        return nodes.all();
    }
}
