/** Times are shown in UTC; the reader's own time stands in their title. */
export function localTimes(root: ParentNode): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[datetime]')) {
    const instant = new Date(time.dateTime);
    if (!Number.isNaN(instant.getTime())) {
      time.title = `${instant.toLocaleString()} where you are`;
    }
  }
}
