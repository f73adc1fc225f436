import type { ComponentType } from 'preact';
import type { View } from './view';

/** What stands below the tabs, in this order. A panel that has nothing to say of a view renders nothing. */
export const PANELS: readonly ComponentType<{ readonly view: View }>[] = [];
