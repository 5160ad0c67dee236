package atelier.processors.index;

import atelier.processors.index.NalUnits.Unit;
import java.util.ArrayList;
import java.util.List;

/** The decoder configuration records of ISO/IEC 14496-15, 5.3.3.1 (avcC) and 8.3.3.1 (hvcC). */
final class ConfigurationRecord {
    private static final int AVC_SETS = 5;
    private static final int HEVC_ARRAYS = 22;

    private final byte[] data;
    private final List<Unit> units = new ArrayList<>();
    private int at;

    private ConfigurationRecord(byte[] data) {
        this.data = data;
    }

    /** The parameter sets in it, as far as it is whole. */
    static NalUnits units(byte[] data, boolean hevc) {
        ConfigurationRecord configuration = new ConfigurationRecord(data);
        if (hevc) {
            configuration.readHevc();
        } else {
            configuration.readAvc();
        }
        return new NalUnits(data, configuration.units);
    }

    private void readAvc() {
        at = AVC_SETS;
        read((int) take(1) & 0x1f);
        read((int) take(1));
    }

    private void readHevc() {
        at = HEVC_ARRAYS;
        for (long arrays = take(1); arrays > 0; arrays--) {
            take(1);
            read((int) take(2));
        }
    }

    private void read(int count) {
        for (int i = 0; i < count; i++) {
            int length = (int) take(2);
            if (length == 0 || length > data.length - at) {
                at = data.length;
                return;
            }
            NalUnits.add(data, at, at + length, units);
            at += length;
        }
    }

    /** 0 behind the end. */
    private long take(int bytes) {
        if (data.length - at < bytes) {
            at = data.length;
            return 0;
        }
        long number = NalUnits.number(data, at, bytes);
        at += bytes;
        return number;
    }
}
