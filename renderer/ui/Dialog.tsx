import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  children: ReactNode;
  /** Called on Escape; the buttons in `actions` call it themselves. */
  onClose: () => void;
  /** The buttons at the foot, the one that matters last. */
  actions?: ReactNode;
  width?: 'narrow' | 'wide';
}

/** A question before everything else: the focus stays in it and goes back to where it came from. Render it to open it. */
export function Dialog({ title, children, onClose, actions, width = 'narrow' }: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => open || onClose()}
      className={styles.overlay ?? ''}
    >
      <Modal className={`${styles.modal} ${styles[width]}`}>
        <AriaDialog className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
