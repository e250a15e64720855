/** A moment of the demo world: days before now, at a time of day in UTC. The story's last moments are minutes ago, so that it ends now. */
export type DemoClock = { day(daysAgo: number, time: string): Date; minutesAgo(minutes: number): Date };

export function demoClock(now: Date): DemoClock {
  return {
    day(daysAgo, time) {
      const moment = new Date(now.getTime() - daysAgo * 86_400_000);
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      moment.setUTCHours(hours, minutes, 0, 0);
      return moment;
    },
    minutesAgo: (minutes) => new Date(now.getTime() - minutes * 60_000),
  };
}
