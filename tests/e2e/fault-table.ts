// Writes what faults.spec.ts has tried as a table: files by faults.

import { mkdirSync, writeFileSync } from 'node:fs';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

export default class FaultTable implements Reporter {
  private readonly cells = new Map<string, Map<string, string>>();
  private readonly others: string[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    for (const { type, description } of test.annotations) {
      if (type !== 'fault' || !description) continue;
      const [what, fault, outcome] = description.split('|');
      const said = result.status === 'passed' ? outcome : 'FAILED';
      if (!fault) this.others.push(`${what}: ${said}`);
      else this.cells.set(what, (this.cells.get(what) ?? new Map()).set(fault, said));
    }
  }

  onEnd(_: FullResult): void {
    if (this.cells.size === 0) return;
    const faults = [...new Set([...this.cells.values()].flatMap((row) => [...row.keys()]))];
    const line = (cells: string[]) => cells.map((cell, place) => cell.padEnd(place ? 15 : 20)).join('').trimEnd();
    const rows = [...this.cells].toSorted().map(([what, row]) => line([what, ...faults.map((fault) => row.get(fault) ?? '')]));
    const folder = new URL('results/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL('faults.txt', folder), [line(['', ...faults]), ...rows, ...this.others.toSorted(), ''].join('\n'));
  }
}
