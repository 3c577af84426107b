import { answerCore } from './answer.core.js';

describe('what of an answer answers', () => {
  it.each([
    ['Hello tinyorange,\n\norange means a slower line.\n\nKind regards, Jonas, Nordnetz', 'Orange means a slower line.'],
    ['Hallo Petra,\n\nbitte die Box neu starten.\n\nViele Grüße\nJonas', 'Bitte die Box neu starten.'],
    ['Hi!\nSwitch it off.\n\nHope that helps!\nCheers\nMo', 'Switch it off.'],
    ['Guten Tag Frau Müller,\n\n1. Aus\n2. An\n\nIch hoffe, das hilft.\n\nLG', '1. Aus\n2. An'],
    ['Moin Zora L.! Telefon öffnen.', 'Telefon öffnen.'],
    ['Hi Maike B., by law it starts then.', 'By law it starts then.'],
    ['Hi Maike B.,\n\nBy law it starts then.', 'By law it starts then.'],
    ['Hallo @Bastian H.! Drei Monate.', 'Drei Monate.'],
    ['Drei Monate ab Zugang. Gruß aus Rendsburg', 'Drei Monate ab Zugang.'],
    ['Das ist ein Gruß aus der Küche.', 'Das ist ein Gruß aus der Küche.'],
    ['Hallo,\n\neSIM löschen.\n\nGruß aus Cuxhaven', 'eSIM löschen.'],
    ['Box neu starten.\n\nSag gern Bescheid, ob es geholfen hat.', 'Box neu starten.'],
    ['Fax auf 9600 stellen.\n\nBei Fragen einfach melden.', 'Fax auf 9600 stellen.'],
    ['Restart it.\n\nIf you have any further questions, feel free to ask!', 'Restart it.'],
    ['Restart it.\n\nLet us know whether it worked!', 'Restart it.'],
    ['Sag dem Techniker Bescheid, er hilft. Dann wartest du.', 'Sag dem Techniker Bescheid, er hilft. Dann wartest du.'],
    ['restart it.', 'restart it.'],
    ['Great idea! Switch it off.', 'Switch it off.'],
    ['That’s a good question.\n\nSwitch it off.', 'Switch it off.'],
    ['Gute Frage! Ausschalten.', 'Ausschalten.'],
    ['Good question for the hotline.', 'Good question for the hotline.'],
    ['Hi, switch it off.', 'Switch it off.'],
    ['Hello world, this prints a greeting.', 'Hello world, this prints a greeting.'],
    ['Hello world prints a greeting; run it twice.', 'Hello world prints a greeting; run it twice.'],
    ['Switch it off.\n\nBest results come with a cable. It is faster.', 'Switch it off.\n\nBest results come with a cable. It is faster.'],
    ['Restart\nNordbox', 'Restart\nNordbox'],
    ['Kind regards', 'Kind regards'],
    ['', ''],
  ])('%j is %j', (answer, core) => {
    expect(answerCore(answer)).toBe(core);
  });
});
