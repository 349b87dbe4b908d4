import type { DeskBridge } from '../../shared/desk/bridge.ts';

declare global {
  interface Window {
    readonly desk: DeskBridge;
  }
}
