package atelier.processors.encode;

import atelier.processors.quality.QualityChooser.Chosen;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a film comes to by several, and which was chosen. */
record QualityFigures(QualityClip clip, Chosen chosen, List<Point> points) {
    /** What a film comes to by a constant quality. */
    record Point(int crf, long bytes, double ssim) {}

    Point by(int crf) {
        return points.stream().filter(each -> each.crf() == crf).findFirst().orElseThrow();
    }

    double kilobits(double crf) {
        return Math.exp(between(crf, point -> Math.log(point.bytes() * 8 / 1000.0 / clip.seconds())));
    }

    double ssim(double crf) {
        return between(crf, Point::ssim);
    }

    private double between(double crf, ToDoubleFunction<Point> value) {
        int i = 1;
        while (i < points.size() - 1 && points.get(i).crf() < crf) {
            i++;
        }
        Point one = points.get(i - 1);
        Point other = points.get(i);
        double share = (crf - one.crf()) / (other.crf() - one.crf());
        return value.applyAsDouble(one) * (1 - share) + value.applyAsDouble(other) * share;
    }
}
