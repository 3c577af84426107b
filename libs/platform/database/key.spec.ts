import { decodeId, encodeId } from './key.js';

describe('ids', () => {
  it('come back as the key they were made of', () => {
    expect(decodeId('thread', encodeId('thread', '123'))).toBe('123');
  });
  it.each(['', 'thr', 'thr_', 'pst_1', 'thr_0', 'thr_01', 'thr_-1', 'thr_1_2', 'thr_1 ', 'thr_9223372036854775808', 'THR_1'])('%j is no thread', (id) => {
    expect(decodeId('thread', id)).toBeNull();
  });
  it('reach to the largest bigint', () => {
    expect(decodeId('thread', 'thr_9223372036854775807')).toBe('9223372036854775807');
  });
});
