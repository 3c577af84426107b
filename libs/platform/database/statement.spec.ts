import { withActor } from './statement.js';

describe('an actor in a statement', () => {
  it('becomes one parameter behind the others, wherever it stands', () => {
    expect(withActor('select $1 where a = actor(7) or b = actor(7)', ['x'])).toEqual({ text: 'select $1 where a = $2::bigint or b = $2::bigint', values: ['x', '7'] });
  });
  it('is absent for guests: the statement stays as it is', () => {
    expect(withActor('select $1', ['x'])).toEqual({ text: 'select $1', values: ['x'] });
  });
});
