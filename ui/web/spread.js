// Where cards stand in a margin.

/**
 * Places things of given heights one under the other, each as near as can be to where it wants to be: the sum of the
 * squared distances is the least there is (isotonic regression, by pooling neighbours that are out of order). The pinned
 * one stands where it wants unless that is above the top.
 * @param {number[]} wants
 * @param {number[]} heights
 * @param {number} gap
 * @param {number} pinned an index, or -1
 * @returns {number[]} the tops
 */
export function spread(wants, heights, gap, pinned) {
  /** @type {number[]} */ const offsets = [];
  let offset = 0;
  for (const height of heights) {
    offsets.push(offset);
    offset += height + gap;
  }
  /** @type {{mean: number, weight: number, count: number}[]} */
  const pools = [];
  wants.forEach((want, i) => {
    let pool = { mean: want - offsets[i], weight: i === pinned ? 1e6 : 1, count: 1 };
    while (pools.length > 0 && pools[pools.length - 1].mean > pool.mean) {
      const before = pools[pools.length - 1];
      pools.pop();
      const weight = before.weight + pool.weight;
      pool = { mean: (before.mean * before.weight + pool.mean * pool.weight) / weight, weight, count: before.count + pool.count };
    }
    pools.push(pool);
  });
  /** @type {number[]} */ const tops = [];
  for (const pool of pools) {
    for (let n = 0; n < pool.count; n++) tops.push(Math.max(0, pool.mean) + offsets[tops.length]);
  }
  return tops;
}
