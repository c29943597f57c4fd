/** The mark of Joinder: points that close into one. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" stroke="currentColor" stroke-linecap="round" fill="none">
    <path d="M12 3h0M16.5 4.2h0M19.8 7.5h0M21 12h0M19.8 16.5h0M16.5 19.8h0M12 21h0" stroke-width="3" />
    <path d="M7.5 19.8h0M4.2 16.5h0M3 12h0M4.2 7.5h0M7.5 4.2h0" stroke-width="1.8" />
    <path d="M12 12h0" stroke-width="6.5" />
  </svg>
)
