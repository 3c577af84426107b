export const screening = {
  decoy: 'Leave this empty',
};
