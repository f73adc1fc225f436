/** Patterns, so that what is not known is told apart without colour. */
export function Hatching() {
  return (
    <defs>
      <pattern id="hatch-none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="6" height="6" />
        <path class="hatch-line" d="M0 0v6" />
      </pattern>
      <pattern id="hatch-small" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <path class="hatch-line" d="M0 0v5" />
      </pattern>
      <pattern id="hatch-undecided" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect class="dots-ground" width="5" height="5" />
        <circle class="dots-dot" cx="1.5" cy="1.5" r="0.9" />
      </pattern>
    </defs>
  );
}
