declare module 'jsonstat-toolkit' {
  type Cell = { value: number | null; status: string | null };
  type DataSet = {
    class: string;
    n: number;
    id: string[];
    size: number[];
    role: Record<string, string[]>;
    note: string[];
    Data(): Cell[];
    Data(categories: Record<string, string>): Cell;
    Dimension(id: string): { label: string; id: string[]; Category(id: string): { label: string } };
    toTable(options: { status: boolean }): unknown[][];
  };
  export default function read(source: unknown): DataSet;
}
