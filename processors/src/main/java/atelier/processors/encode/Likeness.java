package atelier.processors.encode;

import atelier.processors.ladder.FrameSize;

/**
 * How alike two small pictures are: 1 where they are the same, 0.5 where hardly anybody would say so, less where they are not.
 * The lesser of two figures. One is of what is where: twice the mean of SSIM (Wang, Bovik et al. 2004) of the luma, in
 * windows of 8×8. White noise of which a capped bit rate leaves little has 0.34 there, so it counts from 0.25 on. The
 * other is of how bright it is and of what colour: pictures are cut into 4×4 cells, and no encoder changes the mean of
 * one by much, whatever the pictures are; 16 of 255 count as nothing alike.
 *
 * @param size of both pictures, three planes of one byte a sample each
 */
record Likeness(FrameSize size) {
    private static final int WINDOW = 8;
    private static final int STEP = 4;
    private static final int CELLS = 4;
    private static final double FOREIGN = 16;
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);

    /** Bytes of a picture. */
    int bytes() {
        return 3 * size.width() * size.height();
    }

    /** Of the pictures at an offset of both. */
    double of(byte[] one, byte[] other, int offset) {
        return Math.min(Math.min(1, 2 * structure(one, other, offset)), 1 - farthest(one, other, offset) / FOREIGN);
    }

    private double structure(byte[] one, byte[] other, int offset) {
        double sum = 0;
        int windows = 0;
        for (int y = 0; y + WINDOW <= size.height(); y += STEP) {
            for (int x = 0; x + WINDOW <= size.width(); x += STEP) {
                sum += window(one, other, offset + y * size.width() + x);
                windows++;
            }
        }
        return sum / windows;
    }

    private double window(byte[] one, byte[] other, int at) {
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int row = 0; row < WINDOW; row++) {
            for (int i = at + row * size.width(); i < at + row * size.width() + WINDOW; i++) {
                int p = one[i] & 0xff;
                int q = other[i] & 0xff;
                a += p;
                b += q;
                aa += p * p;
                bb += q * q;
                ab += p * q;
            }
        }
        double n = WINDOW * WINDOW;
        double means = a * b / n / n;
        double squares = (a * a + b * b) / n / n;
        return (2 * means + C1) / (squares + C1) * (2 * (ab / n - means) + C2) / ((aa + bb) / n - squares + C2);
    }

    private double farthest(byte[] one, byte[] other, int offset) {
        double farthest = 0;
        for (int plane = 0; plane < 3; plane++) {
            int from = offset + plane * size.width() * size.height();
            for (int cell = 0; cell < CELLS * CELLS; cell++) {
                farthest = Math.max(farthest, Math.abs(difference(one, other, from, cell % CELLS, cell / CELLS)));
            }
        }
        return farthest;
    }

    private double difference(byte[] one, byte[] other, int from, int column, int row) {
        long sum = 0;
        int count = 0;
        for (int y = row * size.height() / CELLS; y < (row + 1) * size.height() / CELLS; y++) {
            for (int x = column * size.width() / CELLS; x < (column + 1) * size.width() / CELLS; x++) {
                int i = from + y * size.width() + x;
                sum += (one[i] & 0xff) - (other[i] & 0xff);
                count++;
            }
        }
        return (double) sum / count;
    }
}
