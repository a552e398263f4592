// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The last minutes of one value as a line with a tint below it, in the page's own colours.

const kSpan = 120; // s

export class Curve {
  #points = []; // {time: s, value}
  #top;

  /** top: the least that the upper edge means. */
  constructor(canvas, top) {
    this.canvas = canvas;
    this.#top = top;
    new ResizeObserver(() => this.draw()).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
  }

  add(time, value) {
    this.#points.push({ time, value });
    while (this.#points[0].time < time - kSpan) this.#points.shift();
    requestAnimationFrame(() => this.draw());
  }

  get length() {
    return this.#points.length;
  }

  draw() {
    const scale = devicePixelRatio || 1;
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    if (!width || !height) return;
    this.canvas.width = width * scale;
    this.canvas.height = height * scale;
    const pen = this.canvas.getContext("2d");
    pen.scale(scale, scale);
    const style = getComputedStyle(this.canvas);
    this.#grid(pen, width, height, style);
    if (this.#points.length > 1) this.#line(pen, width, height, style);
  }

  #grid(pen, width, height, style) {
    pen.strokeStyle = style.getPropertyValue("--hairline");
    pen.lineWidth = 1;
    for (const share of [0.25, 0.5, 0.75]) {
      const y = Math.round(height * share) + 0.5;
      pen.beginPath();
      pen.moveTo(0, y);
      pen.lineTo(width, y);
      pen.stroke();
    }
  }

  #line(pen, width, height, style) {
    const last = this.#points.at(-1).time;
    const top = Math.max(this.#top, ...this.#points.map((point) => point.value)) * 1.05;
    const x = (point) => width - ((last - point.time) / kSpan) * width;
    const y = (point) => height - 3 - (point.value / top) * (height - 8);
    const path = new Path2D();
    this.#points.forEach((point, i) => path[i ? "lineTo" : "moveTo"](x(point), y(point)));
    const area = new Path2D(path);
    area.lineTo(width, height);
    area.lineTo(x(this.#points[0]), height);
    pen.fillStyle = style.getPropertyValue("--good-tint");
    pen.fill(area);
    pen.strokeStyle = style.getPropertyValue("--good");
    pen.lineWidth = 2;
    pen.lineJoin = "round";
    pen.stroke(path);
  }
}
