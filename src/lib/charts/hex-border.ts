/** A tile in steps of the layout: x in spacings, odd rows shifted by half, y = row times the square root of three over two. */
export type HexPlace = { x: number; y: number };

export type HexPoint = readonly [x: number, y: number];

type Vertex = { x: number; y: number };
type Edge = { from: Vertex; to: Vertex };

const rowHeight = Math.sqrt(3) / 2;
const halfSide = 1 / (2 * Math.sqrt(3));
const corners = [
  { x: 0, y: -2 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: 0, y: 2 },
  { x: -1, y: 1 },
  { x: -1, y: -1 }
];
const neighbours = [
  { x: 1, y: -3 },
  { x: 2, y: 0 },
  { x: 1, y: 3 },
  { x: -1, y: 3 },
  { x: -2, y: 0 },
  { x: -1, y: -3 }
];

/** The corners of a pointy-top tile of spacing 1 round its centre, from the top, clockwise. */
export const hexCorners: HexPoint[] = corners.map(toPoint);

/** Lines between neighbours of different groups (`inner`, each edge once) and round the whole (`outer`), as polylines. */
export function hexBorder<T extends HexPlace>(
  tiles: T[],
  group: (tile: T) => string
): { inner: HexPoint[][]; outer: HexPoint[][] } {
  const groups = new Map(tiles.map((tile) => [vertexKey(toVertex(tile)), group(tile)]));
  const inner: Edge[] = [];
  const outer: Edge[] = [];
  for (const tile of tiles) {
    const centre = toVertex(tile);
    for (const [side, offset] of neighbours.entries()) {
      const other = groups.get(vertexKey(add(centre, offset)));
      if (other === undefined) outer.push(sideEdge(centre, side));
      else if (other !== group(tile) && side < 3) inner.push(sideEdge(centre, side));
    }
  }
  return { inner: joinEdges(inner), outer: joinEdges(outer) };
}

function joinEdges(edges: Edge[]): HexPoint[][] {
  const atVertex = new Map<string, Set<Edge>>();
  for (const edge of edges) {
    for (const vertex of [edge.from, edge.to]) {
      const key = vertexKey(vertex);
      atVertex.set(key, (atVertex.get(key) ?? new Set()).add(edge));
    }
  }
  const lines: HexPoint[][] = [];
  const isEnd = ({ from, to }: Edge) => [from, to].some((vertex) => atVertex.get(vertexKey(vertex))?.size !== 2);
  for (const edge of [...edges.filter(isEnd), ...edges]) {
    if (!atVertex.get(vertexKey(edge.from))?.has(edge)) continue;
    const start = atVertex.get(vertexKey(edge.from))?.size === 2 ? edge.to : edge.from;
    lines.push(followEdges(start, atVertex).map(toPoint));
  }
  return lines;
}

function followEdges(start: Vertex, atVertex: Map<string, Set<Edge>>): Vertex[] {
  const line = [start];
  let vertex = start;
  for (;;) {
    const [edge] = atVertex.get(vertexKey(vertex)) ?? [];
    if (!edge) return line;
    atVertex.get(vertexKey(edge.from))?.delete(edge);
    atVertex.get(vertexKey(edge.to))?.delete(edge);
    vertex = vertexKey(edge.from) === vertexKey(vertex) ? edge.to : edge.from;
    line.push(vertex);
  }
}

function sideEdge(centre: Vertex, side: number): Edge {
  return { from: add(centre, corner(side)), to: add(centre, corner((side + 1) % 6)) };
}

function corner(position: number): Vertex {
  const found = corners[position];
  if (!found) throw new Error(`a hexagon has no corner ${position}`);
  return found;
}

function toVertex({ x, y }: HexPlace): Vertex {
  return { x: Math.round(x * 2), y: 3 * Math.round(y / rowHeight) };
}

function toPoint({ x, y }: Vertex): HexPoint {
  return [x / 2, y * halfSide];
}

function add(a: Vertex, b: Vertex): Vertex {
  return { x: a.x + b.x, y: a.y + b.y };
}

function vertexKey({ x, y }: Vertex): string {
  return `${x} ${y}`;
}
