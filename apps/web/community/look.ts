import { Injectable } from '@nestjs/common';
import { brandTokens, type Community, CommunityKeeper } from '#company';
import { type Asset, asset, assetAt, assetNamed, FAVICON, FAVICON_COLOUR, STYLE, TOKENS } from '../assets/asset.table.js';
import { brandSheet, type Colours, groundsIn } from './brand.sheet.js';

const SHEETS_KEPT = 8; // of the company's latest looks: pages in caches still ask for them

/** What wears the company's colours: the stylesheet and the picture in the tab, made once for each look. */
interface Worn {
  style: Asset;
  favicon: Asset;
}

/** The company's look, out of what every process keeps in memory. */
@Injectable()
export class Look {
  private readonly grounds = groundsIn(TOKENS);
  private readonly worn = new Map<string, Worn>();

  constructor(private readonly keeper: CommunityKeeper) {}

  get community(): Community {
    return this.keeper.now;
  }

  /** The address of an asset in today's look. */
  readonly asset = (name: string): string => (this.wearing(name) ?? assetNamed(name))?.path ?? missing(name);

  /**
   * What lies at an address. One that another process gave out before or after a change this one does not know of is answered with what is
   * worn now, and not to be kept: a page without its style would be worse than a page in yesterday's.
   */
  at(path: string): { asset: Asset; isExact: boolean } | null {
    const exact = assetAt(path) ?? [...this.worn.values()].flatMap(({ style, favicon }) => [style, favicon]).find((known) => known.path === path) ?? this.logoAt(path);
    if (exact) return { asset: exact, isExact: true };
    const name = path.split('/').at(-1)!;
    const present = this.wearing(name) ?? assetNamed(name) ?? (name.startsWith('logo.') ? this.logo() : undefined);
    return present ? { asset: present, isExact: false } : null;
  }

  private wearing(name: string): Asset | undefined {
    return name === 'kundig.css' ? this.now().style : name === 'favicon.svg' ? this.now().favicon : undefined;
  }

  private now(): Worn {
    const { brand, accent } = this.keeper.now;
    const key = `${brand} ${accent}`;
    let worn = this.worn.get(key);
    if (!worn) {
      if (this.worn.size >= SHEETS_KEPT) this.worn.delete(this.worn.keys().next().value!);
      this.worn.set(key, (worn = this.make({ brand, accent })));
    }
    return worn;
  }

  private make(colours: Colours): Worn {
    const { brand } = colours;
    const favicon = brand ? FAVICON.replace(FAVICON_COLOUR, brandTokens(brand, 'light', this.grounds.light).brand) : FAVICON;
    return {
      style: asset('kundig.css', 'text/css; charset=utf-8', Buffer.from(STYLE + brandSheet(colours, this.grounds))),
      favicon: asset('favicon.svg', 'image/svg+xml', Buffer.from(favicon)),
    };
  }

  private logo(): Asset | undefined {
    const { logo } = this.keeper.now;
    return logo ? { path: logo.path, type: logo.mime, content: logo.content } : undefined;
  }

  private logoAt(path: string): Asset | undefined {
    const logo = this.logo();
    return logo?.path === path ? logo : undefined;
  }
}

function missing(name: string): never {
  throw new Error(`There is no asset "${name}": add it in asset.table.ts.`);
}
