import { decode } from "../proto/codec.ts";
import { emptyList, type NameList, type NameLists } from "./name-list.ts";
import { WireReader } from "./wire-reader.ts";

export type Dialect = "sotw" | "delta";

/** Who is at the other end, in its own words. */
export interface Node {
  readonly id: string;
  readonly cluster: string;
  /** Its program, as "envoy"; "" when it did not say. */
  readonly userAgentName: string;
  /** Envoy's version, e.g. "1.40.0"; "" when it did not say. */
  readonly userAgentVersion: string;
  /** What it can do beyond the first version of the protocol, e.g. `xds.config.supports-resource-ttl`. */
  readonly features: ReadonlySet<string>;
}

/** A request of either dialect. */
export interface StreamRequest {
  readonly typeUrl: string;
  /** undefined in all but a stream's first request. */
  readonly node: Node | undefined;
  /** State of the world: the version the client has; "" for none. */
  readonly version: string;
  /** State of the world: the whole list. */
  readonly listed: NameList;
  /** Delta. */
  readonly subscribe: NameList;
  readonly unsubscribe: NameList;
  /** What a client that reconnects has: versions by name. */
  readonly initialVersions: ReadonlyMap<string, string>;
  readonly nonce: string;
  /** The client's words when it refuses; undefined when it does not (C4). */
  readonly error: string | undefined;
}

/** Names in one request: ten times the largest fleet we know of, and still only megabytes. */
const namesPerRequest = 100_000;
const longestName = 4_096;
const longestError = 4_096;

export type Read =
  | { readonly ok: true; readonly request: StreamRequest }
  | { readonly ok: false; readonly reason: string };

export interface ReadContext {
  readonly dialect: Dialect;
  /** The type of a per-type service, which implies it; undefined on ADS, where each request must name its type (C3). */
  readonly serviceType: string | undefined;
  readonly lists: NameLists;
  /** The lists that the stream sent last, by type. */
  readonly lastLists: ReadonlyMap<string, NameList>;
}

/** Fields of `DiscoveryRequest` and `DeltaDiscoveryRequest` (discovery.proto), by what they are for. */
const fieldNumbers = {
  sotw: {
    version: 1,
    node: 2,
    listed: 3,
    typeUrl: 4,
    nonce: 5,
    error: 6,
    subscribe: -1,
    unsubscribe: -1,
    initial: -1,
  },
  delta: {
    version: -1,
    node: 1,
    typeUrl: 2,
    subscribe: 3,
    unsubscribe: 4,
    initial: 5,
    nonce: 6,
    error: 7,
    listed: -1,
  },
} as const;

/**
 * Reads a request. Most are acknowledgements, of which a server reads one for each response it sends, so
 * only what is there is looked at; node and error, which are rare, are left to the codec.
 */
export function readRequest(bytes: Buffer, context: ReadContext): Read {
  try {
    const parts = partsOf(bytes, context);
    const typeUrl = context.serviceType ?? parts.typeUrl;
    if (typeUrl === "") return refused("a request on ADS names its type_url");
    if (parts.typeUrl !== "" && parts.typeUrl !== typeUrl) return refused(`this service is for ${typeUrl}`);
    const { lists, lastLists } = context;
    const request: StreamRequest = {
      typeUrl,
      node: parts.node,
      version: parts.version,
      listed:
        context.dialect === "sotw"
          ? lists.read(parts.listed, lastLists.get(typeUrl) ?? emptyList)
          : emptyList,
      subscribe: lists.read(parts.subscribe, emptyList),
      unsubscribe: lists.read(parts.unsubscribe, emptyList),
      initialVersions: parts.initialVersions,
      nonce: parts.nonce,
      error: parts.error,
    };
    const reason = excess(request);
    return reason === undefined ? { ok: true, request } : refused(reason);
  } catch {
    return refused("the request is not a discovery request");
  }
}

function refused(reason: string): Read {
  return { ok: false, reason };
}

function partsOf(bytes: Buffer, { dialect, lastLists }: ReadContext) {
  const numbers = fieldNumbers[dialect];
  const names = { listed: new Run(bytes), subscribe: new Run(bytes), unsubscribe: new Run(bytes) };
  const initialVersions = new Map<string, string>();
  let typeUrl = "";
  let nonce = "";
  let version = "";
  let node: Node | undefined;
  let error: string | undefined;
  for (const field = new WireReader(bytes); field.next(); ) {
    if (field.wireType !== 2) continue;
    if (field.number === numbers.listed) {
      if (names.listed.empty) skipKnown(field, bytes, lastLists.values());
      names.listed.add(field);
    } else if (field.number === numbers.subscribe) names.subscribe.add(field);
    else if (field.number === numbers.unsubscribe) names.unsubscribe.add(field);
    else if (field.number === numbers.typeUrl) typeUrl = field.text();
    else if (field.number === numbers.nonce) nonce = field.text();
    else if (field.number === numbers.version) version = field.text();
    else if (field.number === numbers.node) node = nodeOf(field.content());
    else if (field.number === numbers.error) error = errorOf(field.content());
    else if (field.number === numbers.initial) addEntry(initialVersions, field.content());
  }
  return {
    typeUrl,
    nonce,
    version,
    node,
    error,
    initialVersions,
    listed: names.listed.bytes(),
    subscribe: names.subscribe.bytes(),
    unsubscribe: names.unsubscribe.bytes(),
  };
}

/**
 * An acknowledgement repeats the whole list, mostly the one before: it is skipped by comparing bytes,
 * without looking at its names. The type comes after the names, so every last list is a candidate.
 */
function skipKnown(field: WireReader, bytes: Buffer, lists: Iterable<NameList>): void {
  for (const { bytes: known } of lists) {
    const end = field.start + known.length;
    if (known.length === 0 || end > bytes.length) continue;
    if (known.compare(bytes, field.start, end) !== 0) continue;
    field.skipTo(end);
    return;
  }
}

/** The bytes of a repeated field: one piece where its elements follow each other, as writers make it. */
class Run {
  readonly #bytes: Buffer;
  readonly #pieces: { readonly start: number; end: number }[] = [];

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get empty(): boolean {
    return this.#pieces.length === 0;
  }

  add({ start, to }: { readonly start: number; readonly to: number }): void {
    const last = this.#pieces.at(-1);
    if (last?.end === start) last.end = to;
    else this.#pieces.push({ start, end: to });
  }

  bytes(): Buffer {
    const pieces = this.#pieces.map(({ start, end }) => this.#bytes.subarray(start, end));
    return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
  }
}

/** An entry of `map<string, string>`. */
function addEntry(entries: Map<string, string>, bytes: Buffer): void {
  let name = "";
  let version = "";
  for (const field = new WireReader(bytes); field.next(); ) {
    if (field.wireType !== 2) continue;
    if (field.number === 1) name = field.text();
    if (field.number === 2) version = field.text();
  }
  entries.set(name, version);
}

function excess({ listed, subscribe, unsubscribe, initialVersions }: StreamRequest): string | undefined {
  const lists = [listed, subscribe, unsubscribe];
  const count = lists.reduce((sum, { names }) => sum + names.length, initialVersions.size);
  if (count > namesPerRequest) return `more than ${namesPerRequest} names in one request`;
  let longest = Math.max(...lists.map((list) => list.longest));
  for (const name of initialVersions.keys()) longest = Math.max(longest, name.length);
  if (longest > longestName) return `a name is longer than ${longestName} characters`;
  return undefined;
}

function nodeOf(bytes: Buffer): Node {
  const node = decode("envoy.config.core.v3.Node", bytes);
  const { majorNumber = 0, minorNumber = 0, patch = 0 } = node.userAgentBuildVersion?.version ?? {};
  const built = node.userAgentBuildVersion === undefined ? "" : `${majorNumber}.${minorNumber}.${patch}`;
  return {
    id: node.id ?? "",
    cluster: node.cluster ?? "",
    userAgentName: node.userAgentName ?? "",
    userAgentVersion: node.userAgentVersion ?? built,
    features: new Set(node.clientFeatures),
  };
}

/** Present is what makes it a refusal, whatever it says (C4). Shortened, and harmless to print. */
function errorOf(bytes: Buffer): string {
  const message = decode("google.rpc.Status", bytes).message ?? "";
  const shown = message.length > longestError ? `${message.slice(0, longestError)}…` : message;
  return shown.replace(/\p{Cc}/gu, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
