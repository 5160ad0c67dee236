import { MediaRenditionMenu } from 'media-chrome/menu';
import { isOffer } from '../player/qualities';
import { bitRate } from '../ui/format';

interface Named {
  readonly id?: string;
  readonly width?: number;
  readonly height?: number;
  readonly bitrate?: number;
}

/** media-chrome's quality menu, with the bit rate of each quality, and with what is made only for whoever chooses it. */
export class QualityMenu extends MediaRenditionMenu {
  static override formatRendition({ id = '', width = 0, height = 0, bitrate = 0 }: Named): string {
    const lines = `${Math.min(width, height)}p`;
    if (isOffer({ id })) {
      return `${lines} (on demand)`;
    }
    return bitrate > 0 ? `${lines} (${bitRate(bitrate)})` : lines;
  }
}
