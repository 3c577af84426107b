import type { Texts } from '../en/index.js';

export const screening: Texts['screening'] = {
  decoy: 'Dieses Feld bleibt leer',
};
