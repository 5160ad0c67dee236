import '../styles/installation.css';
import { pageAddresses } from '../api/address';
import { ApiClient } from '../api/client';
import { InstallationClient } from '../api/installation';
import { byId, setText } from '../ui/dom';
import { unwanted } from '../viewing/follow';
import { followScreen } from './attendance';
import { keepAwake } from './awake';
import { Editions } from './editions';
import { followInstallation } from './follow';
import { nameOf, pagePlaces, screenOf } from './places';
import { programmeOf } from './programme';
import { Projector } from './projector';
import { PlayPage } from './playPage';
import { Slot } from './slot';

const addresses = pageAddresses();
const slots = [new Slot(byId<HTMLVideoElement>('one')), new Slot(byId<HTMLVideoElement>('two'))] as const;
const page = new PlayPage(byId('stage'));
const projector = new Projector(slots, new Editions(new ApiClient(addresses), addresses), page);
const name = nameOf(location);
const screen = screenOf(location);

byId<HTMLAnchorElement>('back').href = pagePlaces().list();
page.steer(projector);
keepAwake();
if (!unwanted()) {
  followScreen(byId('stage'), slots.map(({ video }) => video), projector, addresses.api('playback'));
}
if (name === null) {
  page.say('No playlist was named. Choose one in the list of playlists.');
} else {
  followInstallation(
    new InstallationClient(addresses),
    name,
    ({ installation }) => {
      document.title = `${installation.title} · Atelier`;
      setText(byId('title'), installation.title);
      page.autostart = installation.autostart;
      page.wantsSound = programmeOf(installation, screen).some(({ mute }) => !mute);
      projector.show(programmeOf(installation, screen), installation.loop);
    },
    (problem) => page.say(problem),
  );
}
