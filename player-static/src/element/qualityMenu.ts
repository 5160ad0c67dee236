import { MediaRenditionMenu } from 'media-chrome/menu';
import { bitRate } from '../ui/format';

interface Named {
  readonly width?: number;
  readonly height?: number;
  readonly bitrate?: number;
}

/** media-chrome's quality menu, with the bit rate of each quality. */
export class QualityMenu extends MediaRenditionMenu {
  static override formatRendition({ width = 0, height = 0, bitrate = 0 }: Named): string {
    const lines = `${Math.min(width, height)}p`;
    return bitrate > 0 ? `${lines} (${bitRate(bitrate)})` : lines;
  }
}
