/** `20MiB`, `10MB`, `64KiB`, `1024B`. */
export const sizePattern = /^(\d{1,9}(?:\.\d{1,3})?)(B|KB|KiB|MB|MiB|GB|GiB)$/;

const units: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1_000,
  KiB: 1_024,
  MB: 1_000_000,
  MiB: 1_048_576,
  GB: 1_000_000_000,
  GiB: 1_073_741_824,
};

/** Bytes of a text that fits `sizePattern`. */
export function sizeBytes(text: string): number {
  const [, amount = "0", unit = "B"] = sizePattern.exec(text) ?? [];
  return Math.round(Number(amount) * (units[unit] ?? 1));
}
