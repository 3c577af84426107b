// What takes longest begins first, or it would be waited for alone at the end. A clean checkout knows no times of earlier runs, and Jest then goes by the size of the files.
import Sequencer from '@jest/test-sequencer';

const LONGEST = ['e2e/random/', 'e2e/start/start', 'e2e/web/pages', 'e2e/api/permissions/', 'e2e/hostile/', 'e2e/start/', 'e2e/web/', 'libs/knowledge/', 'e2e/'];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = LONGEST.findIndex((part) => path.includes(`/${part}`));
      return at === -1 ? LONGEST.length : at;
    };
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
}
