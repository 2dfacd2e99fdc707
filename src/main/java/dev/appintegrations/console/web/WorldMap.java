package dev.appintegrations.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The world, as the front end's build has drawn it, with a disc for each region.
 */
@Component
public class WorldMap {

	private static final double LEAST_RADIUS = 6;

	private static final double MOST_RADIUS = 20;

	/** Where labels stand so that none overlaps: east, west, above or below the disc. */
	private static final Map<String, Side> SIDES = Map.of("us-west-2", Side.WEST, "ca-central-1", Side.ABOVE,
			"eu-west-2", Side.WEST, "ap-northeast-2", Side.WEST, "ap-south-1", Side.WEST, "ap-southeast-1", Side.WEST,
			"ap-southeast-2", Side.WEST, "ap-northeast-1", Side.BELOW);

	private final Drawing drawing;

	WorldMap() {
		try (InputStream file = new ClassPathResource("world-map.json", WorldMap.class).getInputStream()) {
			this.drawing = JsonMapper.builder().build().readValue(file, Drawing.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Draws regions.
	 * @param places the regions; those whose place is not known are left out
	 * @return the map
	 */
	public MapView draw(List<Place> places) {
		int most = places.stream().mapToInt(Place::count).max().orElse(0);
		List<Disc> discs = places.stream()
			.filter((place) -> this.drawing.regions().containsKey(place.code()))
			.map((place) -> disc(place, Objects.requireNonNull(this.drawing.regions().get(place.code())), most))
			.toList();
		return new MapView("0 0 " + this.drawing.width() + " " + this.drawing.height(),
				"/assets/" + this.drawing.land() + "#land", discs);
	}

	private static Disc disc(Place place, Point point, int most) {
		double share = (most > 0) ? Math.sqrt((double) place.count() / most) : 0;
		double radius = Math.max(LEAST_RADIUS, Math.round(MOST_RADIUS * share * 10) / 10.0);
		double gap = radius + 5;
		return switch (SIDES.getOrDefault(place.code(), Side.EAST)) {
			case EAST -> new Disc(place, point.x(), point.y(), radius, point.x() + gap, point.y() + 4, "start");
			case WEST -> new Disc(place, point.x(), point.y(), radius, point.x() - gap, point.y() + 4, "end");
			case ABOVE -> new Disc(place, point.x(), point.y(), radius, point.x(), point.y() - gap, "middle");
			case BELOW -> new Disc(place, point.x(), point.y(), radius, point.x(), point.y() + gap + 9, "middle");
		};
	}

	private enum Side {

		EAST, WEST, ABOVE, BELOW

	}

	private record Drawing(int width, int height, String land, Map<String, Point> regions) {

	}

	private record Point(double x, double y) {

	}

	/**
	 * A region to draw.
	 *
	 * @param code its code
	 * @param name its name
	 * @param tone {@code good}, {@code warning}, {@code bad} or {@code calm}
	 * @param status its state in a word or two
	 * @param count what the disc's area stands for
	 * @param href where it leads
	 */
	public record Place(String code, String name, String tone, String status, int count, String href) {

	}

	/**
	 * A region on the map.
	 *
	 * @param place the region
	 * @param x centre
	 * @param y centre
	 * @param radius of the disc
	 * @param labelX where the label begins, ends or has its middle
	 * @param labelY the label's base line
	 * @param anchor {@code start}, {@code end} or {@code middle}
	 */
	public record Disc(Place place, double x, double y, double radius, double labelX, double labelY, String anchor) {

	}

	/**
	 * The map.
	 *
	 * @param viewBox of the SVG
	 * @param land address of the land's outline, for an SVG to use
	 * @param discs the regions
	 */
	public record MapView(String viewBox, String land, List<Disc> discs) {

	}

}
