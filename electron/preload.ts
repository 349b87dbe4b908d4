import { contextBridge, ipcRenderer } from 'electron';
import { channels, type DeskBridge } from '../shared/desk/bridge.ts';
import type { DeskEvent } from '../shared/desk/topics.ts';

const bridge: DeskBridge = {
  call: (name, input) => ipcRenderer.invoke(channels.call, name, input),
  listen: (listener) => {
    const relay = (_: unknown, event: DeskEvent) => listener(event);
    ipcRenderer.on(channels.event, relay);
    return () => ipcRenderer.off(channels.event, relay);
  },
};

contextBridge.exposeInMainWorld('desk', bridge);
