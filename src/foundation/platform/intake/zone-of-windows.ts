/** Which time zone does Outlook mean? By the names that Windows gives them (CLDR windowsZones, territory 001). */
const zones: Record<string, string> = {
  'dateline standard time': 'Etc/GMT+12', 'hawaiian standard time': 'Pacific/Honolulu', 'alaskan standard time': 'America/Anchorage',
  'pacific standard time': 'America/Los_Angeles', 'us mountain standard time': 'America/Phoenix', 'mountain standard time': 'America/Denver',
  'central america standard time': 'America/Guatemala', 'central standard time': 'America/Chicago', 'canada central standard time': 'America/Regina',
  'central standard time (mexico)': 'America/Mexico_City', 'sa pacific standard time': 'America/Bogota', 'eastern standard time': 'America/New_York',
  'us eastern standard time': 'America/Indianapolis', 'atlantic standard time': 'America/Halifax', 'newfoundland standard time': 'America/St_Johns',
  'e. south america standard time': 'America/Sao_Paulo', 'argentina standard time': 'America/Buenos_Aires', 'pacific sa standard time': 'America/Santiago',
  'sa western standard time': 'America/La_Paz', 'greenland standard time': 'America/Godthab', 'azores standard time': 'Atlantic/Azores',
  'cape verde standard time': 'Atlantic/Cape_Verde', utc: 'Etc/UTC', 'coordinated universal time': 'Etc/UTC', 'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik', 'morocco standard time': 'Africa/Casablanca', 'w. europe standard time': 'Europe/Berlin',
  'central europe standard time': 'Europe/Budapest', 'romance standard time': 'Europe/Paris', 'central european standard time': 'Europe/Warsaw',
  'w. central africa standard time': 'Africa/Lagos', 'gtb standard time': 'Europe/Bucharest', 'e. europe standard time': 'Europe/Chisinau',
  'fle standard time': 'Europe/Kiev', 'egypt standard time': 'Africa/Cairo', 'south africa standard time': 'Africa/Johannesburg',
  'israel standard time': 'Asia/Jerusalem', 'jordan standard time': 'Asia/Amman', 'turkey standard time': 'Europe/Istanbul',
  'arabic standard time': 'Asia/Baghdad', 'arab standard time': 'Asia/Riyadh', 'russian standard time': 'Europe/Moscow',
  'e. africa standard time': 'Africa/Nairobi', 'iran standard time': 'Asia/Tehran', 'arabian standard time': 'Asia/Dubai',
  'pakistan standard time': 'Asia/Karachi', 'west asia standard time': 'Asia/Tashkent', 'india standard time': 'Asia/Calcutta',
  'nepal standard time': 'Asia/Katmandu', 'bangladesh standard time': 'Asia/Dhaka', 'se asia standard time': 'Asia/Bangkok',
  'china standard time': 'Asia/Shanghai', 'singapore standard time': 'Asia/Singapore', 'taipei standard time': 'Asia/Taipei',
  'w. australia standard time': 'Australia/Perth', 'tokyo standard time': 'Asia/Tokyo', 'korea standard time': 'Asia/Seoul',
  'cen. australia standard time': 'Australia/Adelaide', 'aus central standard time': 'Australia/Darwin', 'e. australia standard time': 'Australia/Brisbane',
  'aus eastern standard time': 'Australia/Sydney', 'new zealand standard time': 'Pacific/Auckland', 'fiji standard time': 'Pacific/Fiji',
} // biome-ignore format: a table

/** The IANA name, or null for a name that Windows does not use. */
export const zoneOfWindows = (name: string): string | null => zones[name.trim().toLowerCase()] ?? null
