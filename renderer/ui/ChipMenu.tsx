import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import band from './BandMenu.module.css';
import chip from './Chip.module.css';
import { Icon } from './Icon.tsx';

interface ChipMenuProps {
  label: string;
  items: readonly { id: string; name: string }[];
  onChoose: (id: string) => void;
}

/** A chip that opens a menu of more chips. */
export function ChipMenu({ label, items, onChoose }: ChipMenuProps) {
  return (
    <MenuTrigger>
      <div className={chip.chip}>
        <Button className={chip.open ?? ''}>
          {label}
          <Icon name="down" />
        </Button>
      </div>
      <Popover placement="bottom start" className={band.popover ?? ''}>
        <Menu
          aria-label={label}
          items={items}
          className={band.menu ?? ''}
          onAction={(id) => onChoose(String(id))}
        >
          {({ name }) => <MenuItem textValue={name}>{name}</MenuItem>}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
