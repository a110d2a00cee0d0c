import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import './page.css';
import './cards/cards.css';
import './surfaces/surfaces.css';
import './world/world.css';
import './tour/tour.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
