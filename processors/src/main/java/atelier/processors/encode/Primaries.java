package atelier.processors.encode;

import java.util.Map;

/** Colours of light in other primaries, as BT.709's: by the chromaticities of ITU-T H.273, table 2; all with a white of D65. */
final class Primaries {
    private static final double[] D65 = {0.3127, 0.3290};
    private static final double[] BT709 = {0.640, 0.330, 0.300, 0.600, 0.150, 0.060};

    private static final Map<String, double[]> KNOWN = Map.of(
            "bt470bg", new double[] {0.640, 0.330, 0.290, 0.600, 0.150, 0.060},
            "smpte170m", new double[] {0.630, 0.340, 0.310, 0.595, 0.155, 0.070},
            "smpte240m", new double[] {0.630, 0.340, 0.310, 0.595, 0.155, 0.070},
            "bt2020", new double[] {0.708, 0.292, 0.170, 0.797, 0.131, 0.046},
            "smpte432", new double[] {0.680, 0.320, 0.265, 0.690, 0.150, 0.060},
            "smpte431", new double[] {0.680, 0.320, 0.265, 0.690, 0.150, 0.060});

    private Primaries() {}

    /** The matrix that turns light in those primaries into light in BT.709's; of unknown ones the same light. */
    static double[][] toBt709(String name) {
        return product(inverse(toXyz(BT709)), toXyz(KNOWN.getOrDefault(name, BT709)));
    }

    /** How much each of those primaries adds to the light. */
    static double[] luminance(String name) {
        return toXyz(KNOWN.getOrDefault(name, BT709))[1];
    }

    private static double[][] toXyz(double[] xy) {
        double[][] columns = new double[3][3];
        for (int i = 0; i < 3; i++) {
            columns[0][i] = xy[2 * i] / xy[2 * i + 1];
            columns[1][i] = 1;
            columns[2][i] = (1 - xy[2 * i] - xy[2 * i + 1]) / xy[2 * i + 1];
        }
        double[] white = {D65[0] / D65[1], 1, (1 - D65[0] - D65[1]) / D65[1]};
        double[] strength = times(inverse(columns), white);
        for (double[] row : columns) {
            for (int i = 0; i < 3; i++) {
                row[i] *= strength[i];
            }
        }
        return columns;
    }

    static double[] times(double[][] matrix, double[] vector) {
        double[] result = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int i = 0; i < 3; i++) {
                result[row] += matrix[row][i] * vector[i];
            }
        }
        return result;
    }

    private static double[][] product(double[][] left, double[][] right) {
        double[][] result = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int i = 0; i < 3; i++) {
                    result[row][column] += left[row][i] * right[i][column];
                }
            }
        }
        return result;
    }

    /** By cofactors. */
    private static double[][] inverse(double[][] m) {
        double[][] inverse = new double[3][3];
        double determinant = 0;
        for (int i = 0; i < 3; i++) {
            int a = (i + 1) % 3;
            int b = (i + 2) % 3;
            for (int j = 0; j < 3; j++) {
                int c = (j + 1) % 3;
                int d = (j + 2) % 3;
                inverse[j][i] = m[a][c] * m[b][d] - m[a][d] * m[b][c];
            }
            determinant += m[i][0] * inverse[0][i];
        }
        for (double[] row : inverse) {
            for (int i = 0; i < 3; i++) {
                row[i] /= determinant;
            }
        }
        return inverse;
    }
}
