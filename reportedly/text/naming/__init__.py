"""How names are found in a parsed paragraph: lists first, then organs, people, places, groups; then back references."""
