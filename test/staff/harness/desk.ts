import { FakeHouse } from './door';
import { Site, type Visitor } from './site';

/** The pages of a fresh house in every test of a file, and whoever reads them. */
export interface OpenDesk {
  readonly house: FakeHouse;
  readonly site: Site;
  /** Somebody signed in who has this page before them, so that its form can be sent. */
  readerAt(practitioner: string, path: string): Promise<Visitor>;
  /** The same house behind new pages: for what they are given once, when they open. */
  openAgain(): Promise<void>;
}

/** Opens them before each test and closes them after it. `prepare` changes the house before anybody reads. */
export function useDesk(prepare: (house: FakeHouse) => void = () => {}): OpenDesk {
  let house: FakeHouse;
  let site: Site;
  beforeEach(async () => {
    house = new FakeHouse();
    prepare(house);
    site = await Site.open(house);
  });
  afterEach(() => site.close());
  return {
    get house() {
      return house;
    },
    get site() {
      return site;
    },
    async openAgain() {
      await site.close();
      site = await Site.open(house);
    },
    async readerAt(practitioner, path) {
      const visitor = await site.signedInAs(practitioner);
      await visitor.get(path);
      return visitor;
    },
  };
}
