import { type Child, Html, htmlOf } from './html.js';

const text = `<b title="x">'&`;

describe('what a view becomes', () => {
  it.each<[string, Child, string]>([
    ['text is text', <p>{text}</p>, `<p>&lt;b title=&quot;x&quot;>'&amp;</p>`],
    ['and in attributes', <p title={text} />, `<p title="&lt;b title=&quot;x&quot;>'&amp;"></p>`],
    ['of any length', <p>{'<'.repeat(10)}</p>, `<p>${'&lt;'.repeat(10)}</p>`],
    ['numbers, nothing, and lists', <p>{0}{null}{undefined}{true}{false}{[1, ['<', <i>a</i>]]}</p>, '<p>01&lt;<i>a</i></p>'],
    ['elements without an end', <input type="text" value="" />, '<input type="text" value="">'],
    ['elements that are empty', <script src="/a.js" />, '<script src="/a.js"></script>'],
    ['attributes that are on or off', <input disabled required={false} />, '<input disabled>'],
    ['attributes that are not there', <p class={undefined} lang={undefined} />, '<p></p>'],
    ['what is said to be false', <p aria-hidden={false} />, '<p aria-hidden="false"></p>'],
    ['numbers in attributes', <td tabindex={-1} />, '<td tabindex="-1"></td>'],
    ['groups', <><i /><b /></>, '<i></i><b></b>'],
    ['elements of our own', <keep-typed data-a="1" />, '<keep-typed data-a="1"></keep-typed>'],
    ['HTML that was made safe when it was written', <div dangerouslySetInnerHTML={{ __html: '<em>a</em>' }} />, '<div><em>a</em></div>'],
  ])('%s', (_, view, html) => {
    expect(htmlOf(view)).toBe(html);
  });

  it('takes what a view answers for text, unless it is a view', () => {
    const Words = () => text;
    expect(htmlOf(<p><Words /></p>)).toBe(`<p>&lt;b title=&quot;x&quot;>'&amp;</p>`);
  });

  it('does not take what comes from outside for HTML because it looks like it', () => {
    const sent = JSON.parse('{"text":"<b>"}') as Html;
    expect(() => htmlOf(<p>{sent}</p>)).toThrow(TypeError);
    expect(() => htmlOf(<p title={sent as unknown as string} />)).toThrow(TypeError);
  });

  it('runs a view where its result is put, and not where it is named', () => {
    const page = { unread: 0 };
    const Bell = () => <b>{page.unread}</b>;
    const view = <Bell />;
    page.unread = 3;
    expect(htmlOf(view)).toBe('<b>3</b>');
  });
});
